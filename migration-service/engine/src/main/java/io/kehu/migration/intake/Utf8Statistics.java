package io.kehu.migration.intake;

/**
 * How much of some bytes beyond ASCII is UTF-8.
 *
 * @param valid sequences of two to four bytes that are UTF-8
 * @param invalid bytes that are not
 */
record Utf8Statistics(int valid, int invalid) {

	static Utf8Statistics of(byte[] bytes, int length) {
		int valid = 0;
		int invalid = 0;
		int i = 0;
		while (i < length) {
			int first = bytes[i] & 0xFF;
			if (first < 0x80) {
				i++;
				continue;
			}
			int size = size(first);
			if (size > 0 && i + size > length) {
				break;
			}
			if (size > 0 && continues(bytes, i, size)) {
				valid++;
				i += size;
			}
			else {
				invalid++;
				i++;
			}
		}
		return new Utf8Statistics(valid, invalid);
	}

	private static int size(int first) {
		if (first >= 0xC2 && first <= 0xDF) {
			return 2;
		}
		if (first >= 0xE0 && first <= 0xEF) {
			return 3;
		}
		return (first >= 0xF0 && first <= 0xF4) ? 4 : 0;
	}

	private static boolean continues(byte[] bytes, int start, int size) {
		for (int i = 1; i < size; i++) {
			if ((bytes[start + i] & 0xC0) != 0x80) {
				return false;
			}
		}
		return true;
	}

}
