/** In place of modules that a build in the browser does not reach: the network, processes, the cache's folders. */
export default {};
