package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Writes texts of any length among the numbers of a profiler's state.
 */
final class StateText {

	private StateText() {
	}

	static void write(@Nullable String text, DataOutputStream output) throws IOException {
		if (text == null) {
			output.writeInt(-1);
			return;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		output.writeInt(bytes.length);
		output.write(bytes);
	}

	static @Nullable String read(DataInputStream input) throws IOException {
		int length = input.readInt();
		if (length < 0) {
			return null;
		}
		byte[] bytes = input.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException("A text is cut off");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/** Reads a text that was not null when it was written. */
	static String readPresent(DataInputStream input) throws IOException {
		return String.valueOf(read(input));
	}

}
