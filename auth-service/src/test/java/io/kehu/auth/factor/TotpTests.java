package io.kehu.auth.factor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTests {

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

	/** The test vectors of RFC 6238, appendix B; apps show their last six digits. */
	@ParameterizedTest
	@CsvSource({ "59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
			"2000000000, 69279037", "20000000000, 65353130" })
	void agreesWithTheStandard(long time, String expected) {
		String code = expected.substring(2);
		assertThat(Totp.code(SECRET, time / 30)).isEqualTo(code);
		assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(time))).hasValue(time / 30);
		assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(time + 30))).hasValue(time / 30);
		assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(time - 30))).hasValue(time / 30);
		assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(time + 60))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI" })
	void encodesAsRfc4648Shows(String text, String encoded) {
		assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
	}

	@Test
	void thePictureSaysWhatTheAppNeeds() throws Exception {
		String address = Totp.address(SECRET, "grace hopper");
		assertThat(address)
			.isEqualTo("otpauth://totp/Kehu:grace%20hopper?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kehu");
		QrCode picture = QrCode.of(address);
		assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels(picture)))).getText())
			.isEqualTo(address);
	}

	/** Renders the path with eight pixels per module and a quiet zone. */
	private static LuminanceSource pixels(QrCode picture) {
		int scale = 8;
		int border = 4;
		int width = (picture.size() + 2 * border) * scale;
		int[] pixels = new int[width * width];
		Arrays.fill(pixels, 0xFFFFFF);
		for (String module : picture.path().split("M")) {
			if (!module.isEmpty()) {
				String[] place = module.substring(0, module.indexOf('h')).split(" ");
				int left = (Integer.parseInt(place[0]) + border) * scale;
				int top = (Integer.parseInt(place[1]) + border) * scale;
				for (int y = top; y < top + scale; y++) {
					Arrays.fill(pixels, y * width + left, y * width + left + scale, 0);
				}
			}
		}
		return new RGBLuminanceSource(width, width, pixels);
	}

}
