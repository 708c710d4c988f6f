package io.claribi.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail, behind a door that speaks TLS (which GreenMail does not by STARTTLS) and can fail in the ways that mail
 * servers do.
 */
public final class MailServer implements Inbox, AutoCloseable {
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ServerSocket door;
    private final @Nullable SSLContext certificate;
    private final boolean tlsFromTheFirstByte;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger handedOver = new AtomicInteger();

    private MailServer(@Nullable SSLContext certificate, boolean tlsFromTheFirstByte) {
        this.certificate = certificate;
        this.tlsFromTheFirstByte = tlsFromTheFirstByte;
        mail.start();
        try {
            door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::admit);
    }

    public static MailServer plain() {
        return new MailServer(null, false);
    }

    public static MailServer startTls(SSLContext certificate) {
        return new MailServer(certificate, false);
    }

    public static MailServer tls(SSLContext certificate) {
        return new MailServer(certificate, true);
    }

    /** The settings that send mail here, as arguments of a server. */
    public String[] settings() {
        return new String[] {
            "--claribi.mail.host=localhost",
            "--claribi.mail.port=" + port(),
            "--claribi.mail.security=none",
            "--claribi.mail.from=clariBI <bi@example.com>",
            "--claribi.mail.timeout=60s",
            "--claribi.mail.retry-after=100ms"
        };
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Lets the next mail fail in this way; several follow one another. */
    public void failNext(Fault fault) {
        faults.add(fault);
    }

    public void admitOnly(String username, String password) {
        mail.setUser(username, username, password);
        mail.getManagers().getUserManager().setAuthRequired(true);
    }

    @Override
    public List<MimeMessage> mails() {
        return List.of(mail.getReceivedMessages());
    }

    /** How many mails came to their end, whatever was answered. */
    public int handedOver() {
        return handedOver.get();
    }

    /** The commands of all connections, without their arguments. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        Fault fault = faults.peek();
        try (Conversation talk = new Conversation(tlsFromTheFirstByte ? secured(client) : client)) {
            String line = talk.greet();
            while (line != null) {
                String command = line.replaceAll("[ :].*", "").toUpperCase(java.util.Locale.ROOT);
                commands.add(command);
                if (fault != null && fault.command.equals(command) && faults.remove(fault)) {
                    talk.say(fault.reply);
                } else if (command.equals("STARTTLS")) {
                    talk.say("220 Ready to start TLS");
                    talk.secure(secured(client));
                } else if (command.equals("EHLO") && certificate != null && !talk.isSecured()) {
                    talk.say("250-front of a test");
                    talk.say("250 STARTTLS");
                } else if (talk.forward(line).startsWith("354")) {
                    String end = talk.forwardData();
                    handedOver.incrementAndGet();
                    if (fault != null && fault.command.equals(".") && faults.remove(fault)) {
                        if (fault == Fault.SILENT_AFTER_THE_END) {
                            talk.waitForTheClientToGo();
                        }
                        return;
                    }
                    talk.say(end);
                }
                line = talk.hear();
            }
        } catch (IOException e) {
            // The client has gone, or does not trust us.
        }
    }

    private Socket secured(Socket client) throws IOException {
        if (certificate == null) {
            throw new IOException("No certificate");
        }
        var secured = (SSLSocket) certificate.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mail.stop();
    }

    /** A way in which a mail is not taken. */
    public enum Fault {
        BUSY("RCPT", "451 4.3.0 Come back later"),
        SHUTTING_DOWN("MAIL", "421 4.3.2 Shutting down"),
        NO_SUCH_USER("RCPT", "550 5.1.1 <somebody@example.org> is not known here"),
        SPAM("DATA", "554 5.7.1 Refused: https://example.org/reset#token=quoted"),
        /** The mail is taken, and the connection ends before that is said. */
        GONE_AFTER_THE_END(".", ""),
        /** The mail is taken, and that is never said. */
        SILENT_AFTER_THE_END(".", "");

        private final String command;
        private final String reply;

        Fault(String command, String reply) {
            this.command = command;
            this.reply = reply;
        }
    }

    /** One connection, passed on line by line. */
    private final class Conversation implements AutoCloseable {
        private final Socket inner;
        private final Lines toServer;
        private Lines toClient;
        private boolean secured;

        Conversation(Socket client) throws IOException {
            this.toClient = new Lines(client);
            this.secured = tlsFromTheFirstByte;
            this.inner = new Socket("127.0.0.1", mail.getSmtp().getPort());
            this.toServer = new Lines(inner);
        }

        @Nullable
        String greet() throws IOException {
            toClient.write(reply());
            return hear();
        }

        @Nullable
        String hear() throws IOException {
            return toClient.in.readLine();
        }

        void say(String line) throws IOException {
            toClient.write(line);
        }

        boolean isSecured() {
            return secured;
        }

        void secure(Socket client) throws IOException {
            toClient = new Lines(client);
            secured = true;
        }

        /** Passes a command on, and its reply back. */
        String forward(String command) throws IOException {
            toServer.write(command);
            String reply = reply();
            toClient.write(reply);
            return reply;
        }

        /** Passes the mail on up to its end; returns the reply, which nobody knows yet. */
        String forwardData() throws IOException {
            String line = hear();
            while (line != null && !line.equals(".")) {
                toServer.write(line);
                line = hear();
            }
            if (line == null) {
                throw new IOException("The mail has no end");
            }
            toServer.write(".");
            return reply();
        }

        void waitForTheClientToGo() throws IOException {
            while (hear() != null) {
                // Nothing is answered.
            }
        }

        private String reply() throws IOException {
            var reply = new StringBuilder();
            String line = toServer.in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                reply.append(line).append("\r\n");
                line = toServer.in.readLine();
            }
            return reply.append(line).toString();
        }

        @Override
        public void close() throws IOException {
            toClient.socket.close();
            inner.close();
        }
    }

    private static final class Lines {
        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Lines(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = socket.getOutputStream();
        }

        void write(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
