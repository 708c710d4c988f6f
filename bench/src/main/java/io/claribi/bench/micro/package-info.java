/** JMH classes, run by {@code bench/run micro}; of a class's methods {@code baseline} is what the others are held against. */
package io.claribi.bench.micro;
