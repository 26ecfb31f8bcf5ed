package io.kehu.migration.staging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.kehu.migration.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as bytes: the line, the number of values, then each value's length and
 * UTF-8 bytes, a length of zero standing for no value.
 */
final class RowCodec {

	private static final int SEVEN_BITS = 0x7F;

	private RowCodec() {
	}

	static void write(Row row, DataOutputStream output) throws IOException {
		writeNumber(row.line(), output);
		writeNumber(row.size(), output);
		for (int i = 0; i < row.size(); i++) {
			String value = row.value(i);
			if (value == null) {
				writeNumber(0, output);
			}
			else {
				byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
				writeNumber(bytes.length + 1L, output);
				output.write(bytes);
			}
		}
	}

	static @Nullable Row read(DataInputStream input) throws IOException {
		int first = input.read();
		if (first < 0) {
			return null;
		}
		long line = readNumber(first, input);
		@Nullable String[] values = new @Nullable String[(int) readNumber(input.readUnsignedByte(), input)];
		for (int i = 0; i < values.length; i++) {
			int length = (int) readNumber(input.readUnsignedByte(), input) - 1;
			if (length >= 0) {
				byte[] bytes = input.readNBytes(length);
				if (bytes.length < length) {
					throw new EOFException("A value is cut off");
				}
				values[i] = new String(bytes, StandardCharsets.UTF_8);
			}
		}
		return new Row(line, values);
	}

	private static void writeNumber(long number, DataOutputStream output) throws IOException {
		long rest = number;
		while (rest > SEVEN_BITS) {
			output.write((int) (rest & SEVEN_BITS) | 0x80);
			rest >>>= 7;
		}
		output.write((int) rest);
	}

	private static long readNumber(int first, DataInputStream input) throws IOException {
		long number = first & SEVEN_BITS;
		int next = first;
		for (int shift = 7; next > SEVEN_BITS; shift += 7) {
			next = input.readUnsignedByte();
			number |= (long) (next & SEVEN_BITS) << shift;
		}
		return number;
	}

}
