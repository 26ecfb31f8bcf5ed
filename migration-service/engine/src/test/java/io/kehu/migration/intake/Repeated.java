package io.kehu.migration.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Gives the same bytes over and over without holding them.
 */
final class Repeated extends InputStream {

	private final byte[] pattern;

	private final long length;

	private long given;

	Repeated(String pattern, long length) {
		this.pattern = pattern.getBytes(StandardCharsets.ISO_8859_1);
		this.length = length;
	}

	@Override
	public int read() {
		return (this.given == this.length) ? -1 : this.pattern[(int) (this.given++ % this.pattern.length)] & 0xFF;
	}

}
