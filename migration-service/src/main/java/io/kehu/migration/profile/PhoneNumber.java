package io.kehu.migration.profile;

/**
 * Tells digits that can be a telephone number from those that cannot: 7 to 15 of them
 * (ITU-T E.164), not all the same and not simply counting up.
 */
final class PhoneNumber {

	private static final int FEWEST = 7;

	private static final int MOST = 15;

	private static final String COUNTING = "01234567890123456789";

	private PhoneNumber() {
	}

	static boolean isPlausible(String text) {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			if (symbol >= '0' && symbol <= '9') {
				digits.append(symbol);
			}
			else if ("+-./() \u00A0".indexOf(symbol) < 0 || (symbol == '+' && i > 0)) {
				return false;
			}
		}
		int count = digits.length() - (text.startsWith("00") ? 2 : 0);
		return count >= FEWEST && count <= MOST && digits.chars().distinct().count() > 2
				&& COUNTING.indexOf(digits.toString()) < 0;
	}

}
