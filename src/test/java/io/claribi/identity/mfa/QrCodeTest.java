package io.claribi.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.claribi.identity.EmailAddress;
import io.claribi.secrets.Secret;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final int PIXELS_A_MODULE = 4;

    @Test
    void isReadByAScanner() throws Exception {
        Secret uri = Seed.random().toUri(new EmailAddress("somebody.with.a.long.name@department.example.org"));

        String svg = QrCode.svg(uri, "A title").use(text -> text);

        assertThat(scan(svg)).isEqualTo(uri.<String>use(text -> text));
    }

    @Test
    void tellsWhatItIsAndBringsItsOwnColoursAndNothingThatRuns() {
        String svg = QrCode.svg(Secret.of("text"), "A title").use(text -> text);

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 29 29\" role=\"img\"")
                .contains("<title>A title</title>", "<path fill=\"#fff\" d=\"M0 0h29v29H0z\"/>")
                .doesNotContain("script", "style=", "href", " on")
                .doesNotContain("\n");
    }

    private static String scan(String svg) throws Exception {
        int side = Integer.parseInt(
                        SIDE.matcher(svg).results().findFirst().orElseThrow().group(1))
                * PIXELS_A_MODULE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        BAR.matcher(svg).results().forEach(bar -> fill(pixels, side, bar));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        // It needn't be looked for in a photograph; that fails for one picture in so many.
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private static void fill(int[] pixels, int side, MatchResult bar) {
        int from = Integer.parseInt(bar.group(1)) * PIXELS_A_MODULE;
        int to = from + Integer.parseInt(bar.group(3)) * PIXELS_A_MODULE;
        int top = Integer.parseInt(bar.group(2)) * PIXELS_A_MODULE;
        for (int y = top; y < top + PIXELS_A_MODULE; y++) {
            Arrays.fill(pixels, y * side + from, y * side + to, 0);
        }
    }
}
