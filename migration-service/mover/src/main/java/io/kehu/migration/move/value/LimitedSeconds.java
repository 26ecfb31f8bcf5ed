package io.kehu.migration.move.value;

/**
 * Rejects times with more decimals of seconds than a column holds.
 */
final class LimitedSeconds {

	private LimitedSeconds() {
	}

	static Cast of(Cast cast, int decimals) {
		return (in, out) -> {
			int point = 0;
			while (point < in.length() && in.at(point) != '.') {
				point++;
			}
			for (int index = point + 1 + decimals; index < in.length(); index++) {
				if (in.at(index) != '0') {
					throw new CastException("too_many_decimals",
							"The column holds " + decimals + " decimals of seconds; the value would be rounded.");
				}
			}
			cast.apply(in, out);
		};
	}

}
