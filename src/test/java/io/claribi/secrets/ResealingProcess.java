package io.claribi.secrets;

import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server in a process of its own that seals everything anew, to be killed meanwhile. */
final class ResealingProcess {
    private ResealingProcess() {}

    public static void main(String[] arguments) {
        var access = new DatabaseAccess(
                arguments[0], new Login("claribi_owner", arguments[1]), new Login("claribi_app", arguments[2]));
        try (SecretsNode node = SecretsNode.start(access, Path.of(arguments[3]))) {
            node.resealEverything();
        }
    }

    static Process start(DatabaseAccess access, Path keys) throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResealingProcess.class.getName(),
                        access.url(),
                        access.owner().password(),
                        access.app().password(),
                        keys.toString()))
                .redirectErrorStream(true)
                .redirectOutput(keys.resolveSibling("process.log").toFile())
                .start();
    }
}
