package io.claribi.operator;

import io.claribi.secrets.PlatformKeyStatus;
import io.claribi.secrets.PlatformKeys;
import io.claribi.secrets.ResealingProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Makes a new platform key and watches, or does, the sealing of everything by it. */
final class KeysRotate implements Command {
    private static final Duration GLANCE = Duration.ofMillis(500);
    /** Servers look every five seconds; mounts that are renewed from elsewhere take up to minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "keys rotate";
    }

    @Override
    public String summary() {
        return "makes a new platform key and seals everything anew by it";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        invocation.parameters(this, 0);
        try (var server = ServerDatabase.open(invocation)) {
            PlatformKeys keys = server.getBean(PlatformKeys.class);
            String id = keys.make();
            out.printf("Made platform key %s in %s.%n", id, keys.place());
            if (keys.countServers() == 0) {
                keys.resealEverything();
            } else {
                watch(keys, id, out);
            }
            conclude(keys, id, out);
        }
    }

    /** The servers do it; who does not want to wait may interrupt. */
    private static void watch(PlatformKeys keys, String id, PrintStream out) {
        var told = "";
        for (long begun = System.nanoTime(); keys.countServersWithout(id) > 0 || keys.isSealingAnew(id); pause()) {
            long without = keys.countServersWithout(id);
            if (without > 0 && System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new CommandFailed(
                        "%d servers do not have it yet. Give it to them: they take it into use by themselves once all have it."
                                .formatted(without));
            }
            String now = without > 0
                    ? "Waiting until all servers have it."
                    : keys.progress().map(ResealingProgress::told).orElse("Waiting for a server to begin.");
            if (!now.equals(told)) {
                out.println(now);
                told = now;
            }
        }
    }

    private static void conclude(PlatformKeys keys, String id, PrintStream out) {
        keys.progress().ifPresent(progress -> out.printf("Sealed anew: %s.%n", progress.told()));
        List<PlatformKeyStatus> others =
                keys.list().stream().filter(key -> !key.id().equals(id)).toList();
        for (PlatformKeyStatus key : others) {
            if (key.isUsed()) {
                out.printf("Platform key %s still seals %s: keys status says why.%n", key.id(), key.seals());
            } else if (key.name().isPresent()) {
                out.printf("Platform key %s is not needed any more: keys remove %s%n", key.id(), key.id());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted. The servers go on by themselves; keys status says how far they are.");
        }
    }
}
