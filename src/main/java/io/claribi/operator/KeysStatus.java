package io.claribi.operator;

import io.claribi.secrets.PlatformKeyStatus;
import io.claribi.secrets.PlatformKeys;
import java.io.PrintStream;

/** Says which platform keys there are, what they seal, and how far a change of keys is. */
final class KeysStatus implements Command {

    @Override
    public String name() {
        return "keys status";
    }

    @Override
    public String summary() {
        return "says what each platform key seals, and what can't be opened";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        invocation.parameters(this, 0);
        try (var server = ServerDatabase.open(invocation)) {
            PlatformKeys keys = server.getBean(PlatformKeys.class);
            out.printf("Platform keys in %s; servers alive: %d%n", keys.place(), keys.countServers());
            for (PlatformKeyStatus key : keys.list()) {
                out.printf("%s  %s%n", key.id(), state(key, keys));
                out.printf("  file:  %s%n", key.name().orElse("not there"));
                out.printf("  seals: %s%n", key.seals());
            }
            keys.progress()
                    .ifPresent(progress -> out.printf(
                            "%s %s%n",
                            progress.finishedAt() == null ? "Sealing anew, so far:" : "Sealed anew last:",
                            progress.told()));
        }
    }

    private static String state(PlatformKeyStatus key, PlatformKeys keys) {
        return switch (key.state()) {
            case SEALS -> "seals";
            case OPENS -> "opens";
            case AWAITED -> "seals as soon as %d more servers have it".formatted(keys.countServersWithout(key.id()));
            case LOST -> "LOST: put it back, what it seals can't be opened";
            case GONE -> "gone";
        };
    }
}
