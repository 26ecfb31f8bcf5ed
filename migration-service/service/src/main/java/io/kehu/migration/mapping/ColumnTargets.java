package io.kehu.migration.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that columns are usually meant for, by their names.
 */
final class ColumnTargets {

	private static final String PEOPLE = """
			firstname givenName, givenname givenName, vorname givenName, lastname familyName, surname familyName,
			familyname familyName, nachname familyName, email emails/0/address, emailaddress emails/0/address,
			mail emails/0/address, phone phones/0/number, telephone phones/0/number, tel phones/0/number,
			homephone phones/0/number, mobile phones/1/number, mobilephone phones/1/number, cellphone phones/1/number,
			jobtitle jobTitle, title jobTitle, post jobTitle, role role""";

	private static final String ADDRESS = """
			address addresses/0/line1, address1 addresses/0/line1, street addresses/0/line1,
			mailingstreet addresses/0/line1, billingstreet addresses/0/line1, address2 addresses/0/line2,
			postalcode addresses/0/postalCode, postcode addresses/0/postalCode, zip addresses/0/postalCode,
			zipcode addresses/0/postalCode, mailingpostalcode addresses/0/postalCode,
			billingpostalcode addresses/0/postalCode, city addresses/0/city, cityname addresses/0/city, countryname addresses/0/country,
			mailingcity addresses/0/city,
			billingcity addresses/0/city, region addresses/0/region, district addresses/0/region,
			state addresses/0/region, province addresses/0/region, mailingstate addresses/0/region,
			billingstate addresses/0/region, country addresses/0/country, mailingcountry addresses/0/country,
			billingcountry addresses/0/country""";

	private static final Map<TableRole, Map<String, String>> TARGETS = Map.of(TableRole.PRODUCTS, read("""
			name name, title name, productname name, sku sku, code sku, number sku, price price/amount,
			unitprice price/amount, rentalrate price/amount, listprice price/amount, active active"""),
			TableRole.CUSTOMERS,
			read(PEOPLE + ", " + ADDRESS
					+ """
							, name name, company name, companyname name, organizationname name, birthdate birthDate,
							dateofbirth birthDate, birthday birthDate, taxnumber taxNumber, vat taxNumber, vatnumber taxNumber"""),
			TableRole.CONTACTS, read(PEOPLE + ", name familyName"), TableRole.LEADS, read(PEOPLE + """
					, name company, company company, companyname company, city city, country country, source source,
					leadsource source, industry industry, employee employees, note note, description note"""),
			TableRole.OPPORTUNITIES, read("""
					name name, title name, stage stage, stagename stage, amount amount/amount, money amount/amount,
					probability probability, closedate expectedCloseOn, expectedclosedate expectedCloseOn"""),
			TableRole.ORDERS, read("""
					number clientOrderNumber, ordernumber clientOrderNumber, orderno clientOrderNumber,
					date orderDate, orderdate orderDate, rentaldate orderDate, saledate orderDate,
					invoicedate orderDate, purchasedate orderDate, createdate orderDate"""), TableRole.LINES, read("""
					quantity quantity, qty quantity, unitprice unitPrice/amount, price unitPrice/amount,
					amount unitPrice/amount, discount discount, tax tax, description description, sku sku"""),
			TableRole.ACTIVITIES, read("""
					subject subject, title subject, name subject, text text, description text, content text,
					note text, date occursAt, activitydate occursAt, start occursAt, starttime occursAt,
					end endsAt, endtime endsAt, location location, due dueAt, duedate dueAt"""), TableRole.CASES,
			read("""
					subject subject, title subject, name subject, description description, content description"""));

	private ColumnTargets() {
	}

	private static Map<String, String> read(String declared) {
		Map<String, String> targets = new HashMap<>();
		for (String pair : declared.split(",", -1)) {
			String[] parts = pair.strip().split("\\s+", -1);
			targets.put(parts[0], "/" + parts[1]);
		}
		return targets;
	}

	/**
	 * Returns the field that a column is usually meant for.
	 * @param role the role of the entity
	 * @param table the table of the column
	 * @param column the column
	 */
	static Optional<String> of(TableRole role, String table, String column) {
		Map<String, String> targets = TARGETS.getOrDefault(role, Map.of());
		String whole = String.join("", NameWords.of(column));
		String target = targets.get(whole);
		return Optional.ofNullable((target != null) ? target : targets.get(NameWords.within(table, column)));
	}

}
