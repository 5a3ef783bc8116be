package org.sekisho.devicecertificate.own;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code (ISO/IEC 18004) as rows of 1 and 0, without the quiet zone. Pure. */
final class QrCode {

  private QrCode() {}

  static List<String> of(String text) {
    try {
      BitMatrix code =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
      return IntStream.range(0, code.getHeight()).mapToObj(row -> row(code, row)).toList();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("The text does not fit into a QR code", tooLong);
    }
  }

  private static String row(BitMatrix code, int row) {
    return IntStream.range(0, code.getWidth())
        .mapToObj(column -> code.get(column, row) ? "1" : "0")
        .collect(Collectors.joining());
  }
}
