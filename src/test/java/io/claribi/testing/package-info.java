/** What tests share: a real server, tenants made over HTTP, requests. */
@NullMarked
package io.claribi.testing;

import org.jspecify.annotations.NullMarked;
