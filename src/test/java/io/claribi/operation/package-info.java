/** Tests of the server as an operator has it: started, stopped, killed. */
@NullMarked
package io.claribi.operation;

import org.jspecify.annotations.NullMarked;
