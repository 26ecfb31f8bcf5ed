package io.kehu.migration.matching.seeded;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the mistakes that people make when they type.
 */
final class Typing {

	private static final String LETTERS = "aeinrstlodmu";

	private final SplittableRandom random;

	Typing(SplittableRandom random) {
		this.random = random;
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	<T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	/** Picks an item of which the first ones are more frequent. */
	<T> T pickFrequent(List<T> list) {
		double place = this.random.nextDouble();
		return list.get((int) (list.size() * place * place));
	}

	String mistyped(String text) {
		if (text.length() < 3) {
			return text;
		}
		int at = 1 + this.random.nextInt(text.length() - 1);
		if (Character.isDigit(text.charAt(at))) {
			return text.substring(0, at) + this.random.nextInt(10) + text.substring(at + 1);
		}
		char letter = LETTERS.charAt(this.random.nextInt(LETTERS.length()));
		return switch (this.random.nextInt(4)) {
			case 0 -> text.substring(0, at) + letter + text.substring(at);
			case 1 -> text.substring(0, at) + text.substring(at + 1);
			case 2 -> text.substring(0, at) + letter + text.substring(at + 1);
			default -> text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
		};
	}

}
