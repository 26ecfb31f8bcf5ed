package io.kehu.migration.clean.standardise;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kehu.migration.table.Column;

/**
 * A form into which the values of one column are brought; reads and writes as JSON.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({ @JsonSubTypes.Type(value = TextStandard.class, name = "text"),
		@JsonSubTypes.Type(value = PhoneStandard.class, name = "phone"),
		@JsonSubTypes.Type(value = EmailStandard.class, name = "email"),
		@JsonSubTypes.Type(value = DateStandard.class, name = "date"),
		@JsonSubTypes.Type(value = NumberStandard.class, name = "number"),
		@JsonSubTypes.Type(value = BooleanStandard.class, name = "boolean"),
		@JsonSubTypes.Type(value = CountryStandard.class, name = "country"),
		@JsonSubTypes.Type(value = PostcodeStandard.class, name = "postcode"),
		@JsonSubTypes.Type(value = AddressStandard.class, name = "address"),
		@JsonSubTypes.Type(value = ValueMap.class, name = "map") })
public sealed interface Standard permits TextStandard, PhoneStandard, EmailStandard, DateStandard, NumberStandard,
		BooleanStandard, CountryStandard, PostcodeStandard, AddressStandard, ValueMap {

	/**
	 * Bring one value into the form.
	 * @param value a text that is there
	 * @return its form or its problem, never null
	 */
	Outcome apply(String value);

	/**
	 * Look at a whole column first, where single values may be read in two ways.
	 * @return a form that reads them all in the same way
	 */
	default Standard learn(Column column) {
		return this;
	}

	/**
	 * Look at a whole column, and at the other columns where it leaves open how to read
	 * it.
	 * @param column the column
	 * @param beside what the other columns tell
	 * @return a form that reads all values in the same way
	 */
	default Standard learn(Column column, FileMarks beside) {
		return learn(column);
	}

	/** Whether the other columns may tell what the column leaves open. */
	default boolean looksBeside() {
		return false;
	}

	/** Whether a look at the whole column changes how values are read. */
	default boolean learns() {
		return false;
	}

}
