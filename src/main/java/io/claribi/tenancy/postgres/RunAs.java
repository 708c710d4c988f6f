package io.claribi.tenancy.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.claribi.kernel.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a program is run so that it is not root, which PostgreSQL refuses to be.
 *
 * @param prefix what stands before the command
 * @param uid who owns the files that it works on
 */
record RunAs(List<String> prefix, int uid, int gid) {
    private static final int ROOT = 0;

    /** As whoever we are. */
    static final RunAs OURSELVES = new RunAs(List.of(), -1, -1);

    /** In a namespace where root is nobody: no privilege is left, yet the files stay root's. */
    static final RunAs NAMESPACE = new RunAs(List.of("unshare", "--user", "--"), ROOT, ROOT);

    /**
     * The first way that works here; for a cluster that is there already, its owner's comes first.
     *
     * @param owner the uid that the cluster belongs to
     * @throws StartRefused if none does
     */
    static RunAs choose(Optional<Integer> owner, Predicate<RunAs> works) throws IOException {
        if (!root()) {
            return OURSELVES;
        }
        return ways(owner.orElse(ROOT)).stream()
                .filter(works)
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "PostgreSQL does not run as root, and there is no other account here that it could run as.",
                        "Start the server as another user, or name an external PostgreSQL by claribi.database.url."));
    }

    private static List<RunAs> ways(int owner) throws IOException {
        var ways = new ArrayList<RunAs>();
        if (owner != ROOT) {
            Account.find(owner).ifPresent(account -> ways.addAll(as(account)));
        }
        ways.add(NAMESPACE);
        Account.find("postgres").ifPresent(account -> ways.addAll(as(account)));
        Account.find("nobody").ifPresent(account -> ways.addAll(as(account)));
        return ways;
    }

    static List<RunAs> as(Account account) {
        var setpriv =
                List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--clear-groups", "--");
        var su = List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", account.name(), "--");
        return List.of(new RunAs(setpriv, account.uid(), account.gid()), new RunAs(su, account.uid(), account.gid()));
    }

    private static boolean root() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == ROOT;
    }

    boolean ours() {
        return uid <= ROOT;
    }

    /** Makes the file, or the folder and all in it, belong to the account. */
    void own(Path path) throws IOException {
        if (uid < ROOT || Files.getAttribute(path, "unix:uid").equals(uid)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : (Iterable<Path>) files::iterator) {
                // Links aren't followed: the account could have laid one to a file of root's.
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
