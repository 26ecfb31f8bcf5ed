package io.kehu.migration.matching.heldout;

import java.util.List;

/**
 * What a set of records looks like.
 *
 * @param language its words
 * @param columns which columns it has
 * @param entities how many persons or companies
 * @param copies how many further records each of them has, at most
 * @param everyEntity whether every one has at least one further record
 * @param errors how many errors a further record has, at most
 * @param perField how many of them may fall on one field
 * @param missing of hundred cells, how many are empty
 * @param people whether they live in families of one name and address
 */
record Shape(Language language, List<String> columns, int entities, int copies, boolean everyEntity, int errors,
		int perField, int missing, boolean people) {

	static final List<String> FEBRL = List.of("given_name", "surname", "house", "street", "suburb", "postcode", "state",
			"date_of_birth", "tax_number");

	static Shape of(Language language, List<String> columns) {
		return new Shape(language, columns, 2_000, 1, false, 3, 1, 4, false);
	}

	Shape entities(int number) {
		return new Shape(this.language, this.columns, number, this.copies, this.everyEntity, this.errors, this.perField,
				this.missing, this.people);
	}

	/** With up to so many further records each, the fewer the likelier. */
	Shape copies(int most) {
		return new Shape(this.language, this.columns, this.entities, most, this.everyEntity, this.errors, this.perField,
				this.missing, this.people);
	}

	Shape copiesOfAll(int most) {
		return new Shape(this.language, this.columns, this.entities, most, true, this.errors, this.perField,
				this.missing, this.people);
	}

	Shape errors(int most, int mostPerField) {
		return new Shape(this.language, this.columns, this.entities, this.copies, this.everyEntity, most, mostPerField,
				this.missing, this.people);
	}

	Shape missing(int percent) {
		return new Shape(this.language, this.columns, this.entities, this.copies, this.everyEntity, this.errors,
				this.perField, percent, this.people);
	}

	/** With brothers, spouses and namesakes at one address. */
	Shape families() {
		return new Shape(this.language, this.columns, this.entities, this.copies, this.everyEntity, this.errors,
				this.perField, this.missing, true);
	}

}
