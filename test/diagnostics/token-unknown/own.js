document.body.style.setProperty('--from-script', '1px');
