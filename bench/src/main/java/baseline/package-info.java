/** What the server's work costs with none of what makes it clariBI: no log-in, no permission, no organization. */
package baseline;
