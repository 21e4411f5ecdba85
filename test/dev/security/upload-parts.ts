/** The names of an upload that would be right. */
export const names = 'X-Lectern-Deck: talk\r\nX-Lectern-File: talk.md\r\nX-Lectern-Name: x.svg\r\n';
/** A picture, and all that an upload of it ends with. */
export const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
export const body = `Content-Length: ${svg.length}\r\n\r\n${svg}`;
/** What only a page of the server has in its head. */
export const own = 'Host: HOST\r\nOrigin: http://HOST\r\n';
