package io.kehu.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app, which knows only the key that the service's page shows.
 */
class AuthenticatorApp {

	private static final Pattern KEY = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");

	private final byte[] key;

	AuthenticatorApp(String page) {
		Matcher shown = KEY.matcher(page);
		if (!shown.find()) {
			throw new AssertionError("No key in " + page);
		}
		this.key = decode(shown.group(1).replace(" ", ""));
	}

	/**
	 * Returns the current code, or one of a later time step.
	 */
	String code(int steps) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(this.key, "HmacSHA1"));
			byte[] hash = mac
				.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30 + steps).array());
			int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
			return String.format("%06d", number % 1_000_000);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns a code that is invalid, now and in the near future.
	 */
	String wrongCode() {
		List<String> right = IntStream.rangeClosed(-2, 4).mapToObj(this::code).toList();
		return IntStream.range(0, 10)
			.mapToObj((number) -> "00000" + number)
			.filter((code) -> !right.contains(code))
			.findFirst()
			.orElseThrow();
	}

	private static byte[] decode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int buffer = 0;
		int bits = 0;
		for (char letter : text.toCharArray()) {
			buffer = (buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)) & 0xffff;
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				bytes.write(buffer >> bits);
			}
		}
		return bytes.toByteArray();
	}

}
