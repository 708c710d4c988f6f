package io.claribi.tenancy.postgres;

import java.io.IOException;

/** One of PostgreSQL's programs ended badly; the message is what it said. */
final class ProgramFailed extends IOException {
    ProgramFailed(String program, String output) {
        super(program + ": " + output.strip());
    }
}
