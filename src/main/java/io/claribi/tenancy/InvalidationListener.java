package io.claribi.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what other nodes announce, on a connection of its own that reads and writes no table. It vouches for having heard
 * everything only as long as PostgreSQL answered a moment ago.
 */
@Component
class InvalidationListener implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(InvalidationListener.class);
    private static final int POLL_MILLIS = 500;
    private static final int ANSWER_MILLIS = 2_000;
    private static final long TRUSTED_NANOS = Duration.ofSeconds(3).toNanos();

    private final DatabaseAccess access;
    private final List<Consumer<String>> messages = new CopyOnWriteArrayList<>();
    private final List<Runnable> gaps = new CopyOnWriteArrayList<>();
    private volatile boolean connected;
    private volatile long answeredAt;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    InvalidationListener(DatabaseAccess access) {
        this.access = access;
    }

    void onMessage(Consumer<String> listener) {
        messages.add(listener);
    }

    /** Told whenever announcements may have been missed. */
    void onGap(Runnable listener) {
        gaps.add(listener);
    }

    boolean isHearing() {
        return connected && System.nanoTime() - answeredAt < TRUSTED_NANOS;
    }

    @Override
    public void start() {
        var end = new CountDownLatch(1);
        stopped = end;
        thread = Thread.ofPlatform().daemon().name("invalidations").start(() -> run(end));
    }

    @Override
    public void stop() {
        stopped.countDown();
        connected = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopped.getCount() > 0;
    }

    private void run(CountDownLatch end) {
        while (end.getCount() > 0) {
            try (Connection connection = connect()) {
                listen(connection, end);
            } catch (SQLException e) {
                if (end.getCount() > 0) {
                    log.warn("Lost the connection that hears of changes; reading everything anew until it is back", e);
                }
            } finally {
                connected = false;
            }
            pause(end);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, access.app().username());
        PGProperty.PASSWORD.set(properties, access.app().password());
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        PGProperty.APPLICATION_NAME.set(properties, "claribi invalidations");
        Connection connection = DriverManager.getConnection(access.url(), properties);
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        return connection;
    }

    private void listen(Connection connection, CountDownLatch end) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + Invalidations.CHANNEL);
            gaps.forEach(Runnable::run);
            heard();
            connected = true;
            while (end.getCount() > 0) {
                PGNotification[] news = connection.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
                if (news == null || news.length == 0) {
                    statement.execute("SELECT 1");
                    news = connection.unwrap(PGConnection.class).getNotifications();
                }
                for (PGNotification one : news == null ? new PGNotification[0] : news) {
                    messages.forEach(listener -> listener.accept(one.getParameter()));
                }
                heard();
            }
        }
    }

    private void heard() {
        answeredAt = System.nanoTime();
    }

    @SuppressWarnings("ReturnValueIgnored") // Whether the time is up or the end has come, the loop asks itself.
    private void pause(CountDownLatch end) {
        try {
            end.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
