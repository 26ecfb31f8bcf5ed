package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.text.EditDistance;
import io.kehu.migration.matching.text.Letters;
import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Compares e-mail addresses and logins. What follows from the name of the person says
 * nothing new: only what the owner added to it, such as digits, is compared. Addresses
 * that differ in the digits which tell their owners apart speak against a match.
 */
final class EmailComparison extends FieldComparison {

	private static final int TELLING = 5;

	private static final int SAME_WAY = 3;

	private static final int FOLLOWS = 4;

	/** The most bits for what follows from the name, however rare it is. */
	private static final double MOST_OF_NAMES = 3;

	private static final List<String> LEVELS = List.of("equal", "one character differs", "own part at another provider",
			"follows from the name in the same way", "follows from the name", "own digits differ", "different");

	private final Column column;

	/** By value, the code of its address in the column. */
	private final int[] addresses;

	private final List<Address> values;

	private final List<Long> letters;

	private EmailComparison(Column column, int[] codes, int[] addresses, List<Address> values) {
		super(ColumnRole.EMAIL, column.name(), LEVELS, codes);
		this.column = column;
		this.addresses = addresses;
		this.values = values;
		this.letters = values.stream().map((value) -> Letters.of(value.text())).toList();
	}

	/**
	 * Creates the comparison.
	 * @param column the addresses
	 * @param names the names of the same records, or null when there are none
	 */
	static EmailComparison of(Column column, @Nullable Names names) {
		int[] codes = new int[column.rows()];
		List<Address> values = new ArrayList<>();
		List<Integer> addresses = new ArrayList<>();
		Map<Long, Integer> known = new HashMap<>();
		Map<Address, Integer> distinct = new HashMap<>();
		for (int row = 0; row < codes.length; row++) {
			int address = column.code(row);
			codes[row] = MISSING;
			if (address >= 0) {
				int name = (names != null) ? names.code(row) : MISSING;
				codes[row] = known.computeIfAbsent((long) address << 32 | (name & 0xFFFFFFFFL), (key) -> {
					List<String> words = (names != null && name >= 0) ? names.name(name).words() : List.of();
					return distinct.computeIfAbsent(Address.of(column.text(address), words), (value) -> {
						values.add(value);
						addresses.add(address);
						return values.size() - 1;
					});
				});
			}
		}
		return new EmailComparison(column, codes, addresses.stream().mapToInt(Integer::intValue).toArray(), values);
	}

	@Override
	public int distinct() {
		return this.values.size();
	}

	@Override
	public String text(int code) {
		return this.values.get(code).text();
	}

	@Override
	public int compare(int left, int right) {
		if (left < 0 || right < 0) {
			return MISSING;
		}
		if (this.addresses[left] == this.addresses[right]) {
			return result(0, this.addresses[left]);
		}
		Address one = this.values.get(left);
		Address other = this.values.get(right);
		boolean near = Letters.mayBeWithin(this.letters.get(left), this.letters.get(right), 1)
				&& EditDistance.within(one.text(), other.text(), 1) <= 1;
		boolean sameProvider = one.provider().equals(other.provider());
		if (one.local().equals(other.local()) && near) {
			return result(1);
		}
		if (!one.digits().equals(other.digits())) {
			return result((!one.digits().isEmpty() && !other.digits().isEmpty() && one.sameLetters(other)) ? 5 : 6);
		}
		if (one.own().equals(other.own()) && one.derived() && other.derived()) {
			boolean alike = sameProvider && one.shape().equals(other.shape());
			return result(!one.own().isEmpty() ? (sameProvider ? 1 : 2) : alike ? SAME_WAY : FOLLOWS);
		}
		if (near && one.local().charAt(0) == other.local().charAt(0)) {
			return result((one.derived() && other.derived()) ? SAME_WAY : 1);
		}
		return result((one.local().equals(other.local()) && one.local().length() >= TELLING) ? 2 : 6);
	}

	@Override
	public double most(int level) {
		return (level == SAME_WAY || level == FOLLOWS) ? MOST_OF_NAMES : Double.POSITIVE_INFINITY;
	}

	@Override
	public boolean isSame(int left, int right) {
		return this.addresses[left] == this.addresses[right];
	}

	@Override
	public int terms() {
		return this.column.distinct();
	}

	@Override
	public int[] terms(int code) {
		return new int[] { this.addresses[code] };
	}

	/**
	 * An address taken apart.
	 *
	 * @param text the address
	 * @param local what stands before the provider
	 * @param provider what stands behind the @, empty for a login
	 * @param own the letters and digits that do not follow from the name
	 * @param digits the digits among these
	 * @param shape how the address is made of the name
	 * @param derived whether a part follows from the name
	 */
	record Address(String text, String local, String provider, String own, String digits, String shape,
			boolean derived) {

		/** Takes an address apart. */
		static Address of(String text, List<String> name) {
			int at = text.indexOf('@');
			String local = (at > 0) ? text.substring(0, at) : text;
			String provider = (at > 0) ? text.substring(at + 1) : "";
			StringBuilder own = new StringBuilder();
			StringBuilder shape = new StringBuilder();
			boolean derived = false;
			List<String> words = name.stream()
				.flatMap((word) -> Arrays.stream(word.split("-", -1)))
				.map(NameInAddress::spelt)
				.filter((word) -> !word.isEmpty())
				.toList();
			String digits = local.replaceAll("[^0-9]", "");
			for (String piece : NameInAddress.spelt(local).split("[^\\p{L}]+", -1)) {
				if (!piece.isEmpty()) {
					String rest = NameInAddress.rest(piece, words);
					derived |= rest.length() < piece.length();
					own.append(rest);
					shape.append(NameInAddress.shape(piece, words));
				}
			}
			return new Address(text, local, provider, own + digits, digits, shape.toString(), derived);
		}

		/** Returns whether two addresses have the same letters of their own. */
		boolean sameLetters(Address other) {
			String one = this.own.substring(0, this.own.length() - this.digits.length());
			return one.equals(other.own.substring(0, other.own.length() - other.digits.length()))
					&& (this.derived == other.derived);
		}

	}

}
