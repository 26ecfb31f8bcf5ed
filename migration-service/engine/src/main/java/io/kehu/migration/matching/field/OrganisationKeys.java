package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

import io.kehu.migration.matching.field.OrganisationTerms.Kind;
import io.kehu.migration.matching.text.Phonetics;
import io.kehu.migration.table.Column;

/**
 * The keys under which names of organisations are compared: words by rarity and by sound,
 * beginnings and initials. A key of 0 is none.
 */
public final class OrganisationKeys {

	private static final int BEGINNING = 5;

	private static final int FEWEST_INITIALS = 3;

	private static final int MOST_INITIALS = 5;

	private final Column column;

	private final OrganisationTerms terms;

	private final List<String> sounds = new ArrayList<>();

	/** By sound, how many names hold it. */
	private final Map<String, Integer> holders = new HashMap<>();

	OrganisationKeys(Column column, OrganisationTerms terms) {
		this.column = column;
		this.terms = terms;
		Phonetics phonetics = new Phonetics();
		for (int word = 0; word < terms.size(); word++) {
			this.sounds.add(phonetics.sound(terms.text(word)));
		}
		for (int name = 0; name < column.distinct(); name++) {
			Set<String> heard = new TreeSet<>();
			for (int word : terms.words(name)) {
				heard.add(this.sounds.get(word));
			}
			heard.forEach((sound) -> this.holders.merge(sound, 1, Integer::sum));
		}
	}

	/** Returns the key of all words in any order. */
	public IntUnaryOperator whole() {
		return keys((words) -> {
			int[] sorted = words.clone();
			Arrays.sort(sorted);
			return Arrays.hashCode(sorted);
		});
	}

	/** Returns the key of the rarest word that occurs elsewhere, or the next rarest. */
	public IntUnaryOperator rarest(int rank) {
		return keys((words) -> {
			List<String> shared = shared(words);
			return (rank < shared.size()) ? shared.get(rank).hashCode() : 0;
		});
	}

	/** Returns the key of the most frequent word. */
	public IntUnaryOperator commonest() {
		return keys((words) -> {
			List<String> shared = shared(words);
			return shared.isEmpty() ? 0 : shared.get(shared.size() - 1).hashCode();
		});
	}

	/** Returns the key of the first word that tells, or else the first. */
	public IntUnaryOperator telling() {
		return keys((words) -> {
			for (int word : words) {
				if (this.terms.kind(word) == Kind.TELLING) {
					return this.sounds.get(word).hashCode();
				}
			}
			return (words.length == 0) ? 0 : this.sounds.get(words[0]).hashCode();
		});
	}

	/** Returns the key of the first letters, or of the last. */
	public IntUnaryOperator letters(boolean first) {
		return keys((words) -> {
			StringBuilder joined = new StringBuilder();
			for (int word : words) {
				joined.append(this.terms.text(word));
			}
			int length = joined.length();
			return (first ? joined.substring(0, Math.min(length, BEGINNING))
					: joined.substring(Math.max(0, length - BEGINNING)))
				.hashCode();
		});
	}

	/** Returns the key of the initials, which may be a name themselves. */
	public IntUnaryOperator initials() {
		return keys((words) -> {
			StringBuilder initials = new StringBuilder();
			for (int word : words) {
				initials.append(this.terms.text(word).charAt(0));
			}
			String name = (words.length == 1) ? this.terms.text(words[0]) : initials.toString();
			return (name.length() < FEWEST_INITIALS || name.length() > MOST_INITIALS) ? 0 : name.hashCode();
		});
	}

	private List<String> shared(int[] words) {
		return Arrays.stream(words)
			.mapToObj(this.sounds::get)
			.filter((sound) -> this.holders.getOrDefault(sound, 0) > 1)
			.distinct()
			.sorted(Comparator.comparingInt((String sound) -> this.holders.getOrDefault(sound, 0))
				.thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	private IntUnaryOperator keys(KeyOfWords key) {
		int[] keys = new int[this.column.distinct()];
		for (int name = 0; name < keys.length; name++) {
			keys[name] = key.of(this.terms.words(name));
		}
		return (row) -> (this.column.code(row) < 0) ? 0 : keys[this.column.code(row)];
	}

	/**
	 * Makes a key of the words of a name.
	 */
	@FunctionalInterface
	private interface KeyOfWords {

		int of(int[] words);

	}

}
