/** What measurements have in common: processes, load, rounds, figures. */
package io.claribi.bench.harness;
