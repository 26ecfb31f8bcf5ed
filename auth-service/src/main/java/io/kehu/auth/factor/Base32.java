package io.kehu.auth.factor;

/**
 * The base32 encoding of RFC 4648, section 6, without padding, as used by authenticator
 * apps and easy to type.
 */
final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BITS = 5;

	private Base32() {
	}

	static String encode(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		int buffer = 0;
		int held = 0;
		for (byte next : bytes) {
			buffer = (buffer << Byte.SIZE) | (next & 0xFF);
			held += Byte.SIZE;
			while (held >= BITS) {
				held -= BITS;
				text.append(ALPHABET.charAt((buffer >> held) & 0x1F));
			}
			buffer &= (1 << held) - 1;
		}
		if (held > 0) {
			text.append(ALPHABET.charAt((buffer << (BITS - held)) & 0x1F));
		}
		return text.toString();
	}

}
