package io.kehu.platform.test.description;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the beginning of what passes by.
 */
final class KeptBytes {

	private static final int MOST = 256 * 1024;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private boolean complete = true;

	void add(int single) {
		if (this.kept.size() < MOST) {
			this.kept.write(single);
		}
		else {
			this.complete = false;
		}
	}

	void add(byte[] bytes, int offset, int length) {
		int room = Math.min(length, MOST - this.kept.size());
		this.kept.write(bytes, offset, room);
		this.complete &= room == length;
	}

	/** Returns the body that was kept. */
	Exchange.Body body(@Nullable String contentType) {
		String type = (contentType != null) ? contentType.replaceFirst(";.*", "").trim() : null;
		return new Exchange.Body(type, this.kept.toString(StandardCharsets.UTF_8), this.complete);
	}

}
