package io.kehu.migration.profile;

/**
 * Tells e-mail addresses that can be delivered from those that cannot, by form alone (the
 * dot-atom of RFC 5322 at a name of RFC 1035).
 */
final class EmailSyntax {

	private static final String LOCAL_MARKS = ".!#$%&'*+/=?^_`{|}~-";

	private static final int LONGEST_LOCAL = 64;

	private static final int LONGEST = 254;

	private static final int LONGEST_LABEL = 63;

	private EmailSyntax() {
	}

	static boolean isValid(String text) {
		int at = text.indexOf('@');
		if (at < 1 || at > LONGEST_LOCAL || text.length() > LONGEST || text.indexOf('@', at + 1) >= 0) {
			return false;
		}
		return isLocal(text.substring(0, at)) && isDomain(text.substring(at + 1));
	}

	private static boolean isLocal(String local) {
		if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
			return false;
		}
		return consistsOf(local, LOCAL_MARKS);
	}

	private static boolean consistsOf(String text, String marks) {
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			if (!Character.isLetterOrDigit(symbol) && marks.indexOf(symbol) < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDomain(String domain) {
		String[] labels = domain.split("\\.", -1);
		if (labels.length < 2) {
			return false;
		}
		for (String label : labels) {
			boolean fits = !label.isEmpty() && label.length() <= LONGEST_LABEL && !label.startsWith("-")
					&& !label.endsWith("-") && consistsOf(label, "-");
			if (!fits) {
				return false;
			}
		}
		String top = labels[labels.length - 1];
		return top.length() >= 2 && !top.chars().allMatch(Character::isDigit);
	}

}
