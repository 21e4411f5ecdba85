document.body.style.setProperty('--from-script', '3deg');
