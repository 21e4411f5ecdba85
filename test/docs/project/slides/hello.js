console.info('hello');
