package io.kehu.migration.profile;

/**
 * Tells digits that can be a telephone number from those that cannot: 7 to 15 of them
 * (ITU-T E.164), not all the same and not simply counting up.
 */
final class PhoneSyntax {

	private static final int FEWEST = 7;

	private static final int MOST = 15;

	private PhoneSyntax() {
	}

	static boolean isPlausible(String text) {
		int digits = 0;
		int kinds = 0;
		boolean counting = true;
		int former = -1;
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			if (symbol >= '0' && symbol <= '9') {
				int digit = symbol - '0';
				counting &= former < 0 || digit == (former + 1) % 10;
				kinds |= 1 << digit;
				former = digit;
				digits++;
			}
			else if ("+-./() \u00A0".indexOf(symbol) < 0 || (symbol == '+' && i > 0)) {
				return false;
			}
		}
		int count = digits - (text.startsWith("00") ? 2 : 0);
		return count >= FEWEST && count <= MOST && Integer.bitCount(kinds) > 2 && !counting;
	}

}
