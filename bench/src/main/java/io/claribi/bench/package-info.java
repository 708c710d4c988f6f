/** What is measured of the packaged server, each against a baseline in the same run. */
package io.claribi.bench;
