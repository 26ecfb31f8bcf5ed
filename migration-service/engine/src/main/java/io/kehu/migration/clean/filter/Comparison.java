package io.kehu.migration.clean.filter;

import java.util.Locale;

/**
 * How two values are compared.
 */
public enum Comparison {

	EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST;

	/** Whether it asks which of two values is larger. */
	boolean orders() {
		return this != EQUAL && this != UNEQUAL;
	}

	boolean holds(int order) {
		return switch (this) {
			case EQUAL -> order == 0;
			case UNEQUAL -> order != 0;
			case LESS -> order < 0;
			case AT_MOST -> order <= 0;
			case GREATER -> order > 0;
			case AT_LEAST -> order >= 0;
		};
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
