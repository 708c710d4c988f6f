package io.claribi.operator;

import io.claribi.secrets.PlatformKeys;
import java.io.PrintStream;

/** Removes a platform key that nothing needs any more. */
final class KeysRemove implements Command {

    @Override
    public String name() {
        return "keys remove";
    }

    @Override
    public String parameters() {
        return "ID";
    }

    @Override
    public String summary() {
        return "removes a platform key, unless something is sealed by it";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        String id = invocation.parameters(this, 1).getFirst();
        try (var server = ServerDatabase.open(invocation)) {
            server.getBean(PlatformKeys.class).remove(id);
            out.printf("Removed platform key %s. Backups that need it to be opened need it still.%n", id);
        }
    }
}
