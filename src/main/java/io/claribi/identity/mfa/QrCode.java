package io.claribi.identity.mfa;

import io.claribi.secrets.Secret;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** Draws a text as a QR code (ISO/IEC 18004) in SVG: black on its own white, in whatever colours the page has. */
final class QrCode {
    /** The white around it that scanners need. */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    /** @param title what it is for, without markup */
    static Secret svg(Secret text, String title) {
        var code = text.use(characters -> io.nayuki.qrcodegen.QrCode.encodeText(characters, Ecc.MEDIUM));
        return Secret.of(draw(code, title));
    }

    private static String draw(io.nayuki.qrcodegen.QrCode code, String title) {
        int side = code.size + 2 * QUIET_ZONE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges">\
                <title>%2$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>""".formatted(side, title, path(code));
    }

    private static String path(io.nayuki.qrcodegen.QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; ) {
                int length = run(code, x, y);
                if (length > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x + QUIET_ZONE, y + QUIET_ZONE, length, length));
                }
                x += Math.max(1, length);
            }
        }
        return path.toString();
    }

    /** How many dark modules stand in a row from here. */
    private static int run(io.nayuki.qrcodegen.QrCode code, int x, int y) {
        int length = 0;
        // What lies beyond the edge is light.
        while (code.getModule(x + length, y)) {
            length++;
        }
        return length;
    }
}
