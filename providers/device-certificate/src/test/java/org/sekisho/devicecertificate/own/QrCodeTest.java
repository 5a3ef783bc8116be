package org.sekisho.devicecertificate.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final String URL =
      "https://id.example.jp/realms/sakura/sekisho-enrolment#" + "x".repeat(43);
  private static final int SCALE = 4;
  private static final int QUIET = 4;

  @Test
  void whatAReaderReadsIsTheAddress() throws Exception {
    List<String> rows = QrCode.of(URL);
    int side = (rows.size() + 2 * QUIET) * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    for (int y = 0; y < rows.size() * SCALE; y++) {
      for (int x = 0; x < rows.size() * SCALE; x++) {
        if (rows.get(y / SCALE).charAt(x / SCALE) == '1') {
          pixels[(y + QUIET * SCALE) * side + x + QUIET * SCALE] = 0;
        }
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(URL);
  }
}
