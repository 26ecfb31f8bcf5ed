package io.kehu.migration.crm;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.kehu.migration.crm.EntityReport.FieldDifference;
import io.kehu.migration.crm.EntityReport.ComparedField;
import io.kehu.migration.crm.EntityReport.RecordSample;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares the values of records with those that they should have. Digests are sums of
 * the first 128 bits of the SHA-256 of each record, so they do not depend on the order.
 */
final class FieldComparison {

	private static final int LISTED = 100;

	private static final int SAMPLES = 5;

	/** Numbers that services may write with other decimals. */
	private static final Set<String> NUMBERS = Set.of("amount", "quantity", "discount", "tax");

	private final Map<String, Tally> fields = new TreeMap<>();

	private final List<FieldDifference> differences = new ArrayList<>();

	private final List<RecordSample> samples = new ArrayList<>();

	private final Digest expected = new Digest();

	private final Digest found = new Digest();

	private long records;

	/**
	 * Compares a record.
	 * @param key the key of its row
	 * @param document the record as it should be
	 * @param record the record as it is, or null if there is none
	 */
	void add(String key, JsonNode document, @Nullable JsonNode record) {
		if (record == null) {
			differ(new FieldDifference(key, "/", "a record", "none"));
			this.expected.add(key);
			return;
		}
		this.records++;
		StringBuilder wanted = new StringBuilder(key);
		StringBuilder present = new StringBuilder(key);
		compare(key, "", document, record, wanted, present);
		this.expected.add(wanted.toString());
		this.found.add(present.toString());
		if (this.samples.size() < SAMPLES) {
			this.samples.add(new RecordSample(key, document.toString(), shown(document, record)));
		}
	}

	private static String shown(JsonNode document, JsonNode record) {
		tools.jackson.databind.node.ObjectNode shown = tools.jackson.databind.node.JsonNodeFactory.instance
			.objectNode();
		document.propertyNames().forEach((name) -> shown.set(name, record.path(name)));
		return shown.toString();
	}

	private void compare(String key, String pointer, JsonNode wanted, JsonNode record, StringBuilder expectedText,
			StringBuilder foundText) {
		if (pointer.equals("/externalIds")) {
			return;
		}
		if (wanted.isObject()) {
			wanted.properties()
				.forEach((member) -> compare(key, pointer + "/" + member.getKey(), member.getValue(), record,
						expectedText, foundText));
			return;
		}
		if (wanted.isArray()) {
			for (int index = 0; index < wanted.size(); index++) {
				compare(key, pointer + "/" + index, wanted.get(index), record, expectedText, foundText);
			}
			return;
		}
		JsonNode value = record.at(pointer);
		String should = text(pointer, wanted);
		String is = text(pointer, value);
		expectedText.append('\n').append(pointer).append('=').append(should);
		foundText.append('\n').append(pointer).append('=').append(is);
		Tally tally = this.fields.computeIfAbsent(pointer.replaceAll("/\\d+", "/*"), (name) -> new Tally());
		tally.add(should, is, isNumber(pointer, wanted));
		if (!should.equals(is)) {
			differ(new FieldDifference(key, pointer, should, is));
		}
	}

	private static boolean isNumber(String pointer, JsonNode value) {
		return value.isNumber() || NUMBERS.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
	}

	private static String text(String pointer, JsonNode value) {
		if (value.isMissingNode() || value.isNull()) {
			return "";
		}
		String text = Normalizer.normalize(value.asString(), Normalizer.Form.NFC).strip();
		try {
			return isNumber(pointer, value) ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

	private void differ(FieldDifference difference) {
		if (this.differences.size() < LISTED) {
			this.differences.add(difference);
		}
	}

	List<FieldDifference> differences() {
		return this.differences;
	}

	List<RecordSample> samples() {
		return this.samples;
	}

	List<ComparedField> fields() {
		return this.fields.entrySet().stream().map((field) -> field.getValue().field(field.getKey())).toList();
	}

	long records() {
		return this.records;
	}

	String digestExpected() {
		return this.expected.toString();
	}

	String digestFound() {
		return this.found.toString();
	}

	/** A sum of digests. */
	private static final class Digest {

		private long high;

		private long low;

		void add(String text) {
			try {
				ByteBuffer digest = ByteBuffer
					.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
				this.high += digest.getLong();
				this.low += digest.getLong();
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String toString() {
			return "%016x%016x".formatted(this.high, this.low);
		}

	}

	/** The totals of a field. */
	private static final class Tally {

		private long expected;

		private long found;

		private BigDecimal sumExpected = BigDecimal.ZERO;

		private BigDecimal sumFound = BigDecimal.ZERO;

		void add(String should, String is, boolean number) {
			this.expected++;
			this.found += should.equals(is) ? 1 : 0;
			if (number) {
				this.sumExpected = this.sumExpected.add(value(should));
				this.sumFound = this.sumFound.add(value(is));
			}
		}

		private static BigDecimal value(String text) {
			try {
				return new BigDecimal(text);
			}
			catch (NumberFormatException ex) {
				return BigDecimal.ZERO;
			}
		}

		ComparedField field(String name) {
			return new ComparedField(name, this.expected, this.found, this.sumExpected, this.sumFound);
		}

	}

}
