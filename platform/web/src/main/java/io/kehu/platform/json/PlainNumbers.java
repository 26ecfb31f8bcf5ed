package io.kehu.platform.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal numbers in members of any type the same form, whether they were written as
 * {@code 20}, {@code 20.0} or {@code 2e1}, and whether they come from a request or from a
 * column.
 */
public final class PlainNumbers {

	/** Larger exponents would take too much memory; validation refuses them. */
	private static final int LARGEST_SCALE = 1000;

	private PlainNumbers() {
	}

	/** Returns the members with all numbers in their plain form. */
	public static Map<String, Object> of(Map<String, Object> members) {
		if (members.values().stream().noneMatch((value) -> value instanceof BigDecimal || value instanceof Double)) {
			return members;
		}
		Map<String, Object> plain = new LinkedHashMap<>();
		members.forEach((name, value) -> plain.put(name, of(value)));
		return plain;
	}

	/**
	 * Returns a number in its plain form. One that is too large is returned as it is, for
	 * validation to refuse it.
	 */
	public static BigDecimal plain(BigDecimal number) {
		if (Math.abs((long) number.scale()) > LARGEST_SCALE) {
			return number;
		}
		BigDecimal shortest = number.stripTrailingZeros();
		return (shortest.scale() < 0) ? shortest.setScale(0) : shortest;
	}

	private static @Nullable Object of(@Nullable Object value) {
		if (value instanceof Double number && Double.isFinite(number)) {
			return of(BigDecimal.valueOf(number));
		}
		return (value instanceof BigDecimal number && Math.abs((long) number.scale()) <= LARGEST_SCALE) ? of(number)
				: value;
	}

	private static Object of(BigDecimal number) {
		BigDecimal shortest = number.stripTrailingZeros();
		return (shortest.scale() > 0) ? shortest : whole(shortest.toBigIntegerExact());
	}

	/** Uses the types that JSON is read to. */
	private static Object whole(BigInteger number) {
		if (number.bitLength() < Integer.SIZE) {
			return number.intValue();
		}
		return (number.bitLength() < Long.SIZE) ? (Object) number.longValue() : number;
	}

}
