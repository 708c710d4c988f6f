/** What the server's work costs with none of what makes it clariBI: no log-in, no permission, no organization. */
// Outside of io.claribi, where a server inside a benchmark would find it.
package baseline;
