package io.kehu.migration.matching.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.text.NormalForms;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a column's name say about it, in the languages most met in Europe and
 * America. All words are folded: without accents and capitals.
 */
final class ColumnWords {

	private static final Set<String> ENTITY_IDS = words("""
			ssn sec social soc tax vat passport nino iban insurance national licence license
			steuernummer steuer steuerid ustid passnummer ausweis versicherungsnummer
			nif dni cif nie pasaporte siret siren passeport iva codicefiscale bsn pesel nip personnummer cpf cnpj
			инн снилс паспорт""");

	private static final Set<String> FAMILY = words("""
			surname family last lastname lname nachname familienname apellido apellidos nomdefamille
			cognome achternaam sobrenome apelido nazwisko efternamn etternavn efternavn sukunimi prijmeni vezeteknev
			фамилия""");

	private static final Set<String> GIVEN = words("""
			given first forename firstname fname christian vorname rufname prenom voornaam imie fornamn
			fornavn etunimi jmeno keresztnev""");

	private static final Set<String> OTHER_NAME = words("middle second maiden nickname alias geburtsname");

	private static final Set<String> NAME = words("name nom nombre nome naam navn namn nimi nazwa имя фио");

	private static final Set<String> COMPANY = words(
			"""
					company companyname organisation organization firm employer firma firmenname unternehmen arbeitgeber
					business supplier vendor manufacturer assignee institution lieferant hersteller fournisseur proveedor fornitore
					leverancier
					empresa entreprise societe societa azienda bedrijf foretag virksomhed yritys компания организация""");

	private static final Set<String> EMAIL = words(
			"mail email correo courriel emailaddress login username userid benutzername");

	private static final Set<String> PHONE = words(
			"""
					phone telephone mobile fax tel cell phonenumber telefon telefonnummer handy mobil
					mobiltelefon rufnummer telefono movil celular telefone cellulare telefoon telefoonnummer puhelin телефон""");

	private static final Set<String> BIRTHDAY = words("""
			dob birthdate birthday geburtsdatum geburtstag geboortedatum fodelsedatum fodselsdato""");

	private static final Set<String> DAY = words("date day datum fecha data dia jour dato дата");

	private static final Set<String> LIFE = words("""
			birth death born nacimiento naissance nascita nascimento urodzenia geburt рождения""");

	private static final Set<String> GENDER = words("""
			gender sex geschlecht sexo genero sexe sesso genere geslacht plec kjonn пол""");

	private static final Set<String> OCCUPATION = words("""
			occupation profession job title position beruf profesion ocupacion metier professione
			profissao beroep zawod yrke профессия должность""");

	private static final Set<String> POSTCODE = words("""
			postcode zip zipcode postalcode plz postleitzahl cp cap cep postnummer postnr psc индекс""");

	private static final Set<String> POSTAL = words("postal post postale pocztowy");

	private static final Set<String> CODE = words("code codigo codice kod");

	private static final Set<String> STREET = words("""
			street house flat road strasse str calle casa rue via straat rua ulica gata gade улица""");

	private static final Set<String> NUMBER = words("number no nr num numero nummer");

	private static final Set<String> HOUSE_NUMBER = words("housenumber hausnummer hausnr huisnummer дом");

	private static final Set<String> ADDRESS = words("""
			address addr line anschrift adresse direccion domicilio indirizzo adres endereco morada адрес""");

	private static final Set<String> PLACE = words(
			"""
					city town suburb place birthplace locality village municipality ort stadt wohnort gemeinde
					ortsteil geburtsort ciudad localidad municipio poblacion lugar ville commune lieu citta comune localita luogo
					stad plaats woonplaats gemeente cidade miasto miejscowosc kaupunki mesto город""");

	private static final Set<String> AREA = words("""
			state country region province county land bundesland kanton provincia pais estado departement
			pays regione paese wojewodztwo область страна""");

	private static final Set<String> AMOUNT = words("""
			age income amount salary turnover revenue price balance employees alter umsatz gehalt betrag
			preis mitarbeiter edad ventas importe ingresos montant""");

	private final Set<String> words;

	ColumnWords(String column) {
		String parted = column.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("(\\p{L})([0-9])", "$1 $2");
		this.words = new HashSet<>(NormalForms.words(NormalForms.fold(parted)));
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>();
		for (String word : text.split("\\s+", -1)) {
			words.add(NormalForms.fold(word));
		}
		return words;
	}

	/** Returns whether one of these words is in the name. */
	boolean has(String... candidates) {
		return List.of(candidates).stream().anyMatch(this.words::contains);
	}

	private boolean has(Set<String> candidates) {
		return this.words.stream().anyMatch(candidates::contains);
	}

	/** Returns whether the name speaks of a name and not of that of a person. */
	boolean isPlainName() {
		return has(NAME) && !has("full", "fullname", "person", "contact", "kontakt");
	}

	/** Returns whether the name is that of a number which may lie near another. */
	boolean isAmount() {
		return has(AMOUNT);
	}

	/** Returns the role of a part of a postal address, if the name is that of one. */
	@Nullable ColumnRole address() {
		return (role() == place()) ? place() : null;
	}

	/** Returns whether the name speaks of a birth or death, as that of a birthplace. */
	boolean isOfBirth() {
		return has(LIFE) || has("birthplace", "geburtsort", "geburtsland");
	}

	/** Returns the role that the name tells, if it does. */
	@Nullable ColumnRole role() {
		if (has(ENTITY_IDS)) {
			return ColumnRole.IDENTIFIER;
		}
		if (has(EMAIL)) {
			return ColumnRole.EMAIL;
		}
		ColumnRole role = personal();
		if (role == null) {
			role = place();
		}
		if (role == null && has(OTHER_NAME)) {
			return ColumnRole.TEXT;
		}
		return (role == null && has(NAME)) ? ColumnRole.FULL_NAME : role;
	}

	private @Nullable ColumnRole personal() {
		if (has(COMPANY) && !has(PHONE) && place() == null) {
			return ColumnRole.COMPANY;
		}
		boolean family = has(FAMILY);
		boolean given = has(GIVEN);
		if ((family && given) || has("fullname", "full", "фио")) {
			return ColumnRole.FULL_NAME;
		}
		if (family || given) {
			return family ? ColumnRole.FAMILY_NAME : ColumnRole.GIVEN_NAME;
		}
		if (has(PHONE)) {
			return ColumnRole.PHONE;
		}
		if (has(BIRTHDAY) || (has(DAY) && has(LIFE))) {
			return ColumnRole.DATE;
		}
		if (has(GENDER)) {
			return ColumnRole.CATEGORY;
		}
		return has(OCCUPATION) ? ColumnRole.TEXT : null;
	}

	private @Nullable ColumnRole place() {
		if (has(POSTCODE) || (has(POSTAL) && has(CODE))) {
			return ColumnRole.POSTCODE;
		}
		if ((has(STREET) && has(NUMBER)) || has(HOUSE_NUMBER)) {
			return ColumnRole.HOUSE_NUMBER;
		}
		if (has(STREET) || has(ADDRESS)) {
			return ColumnRole.ADDRESS;
		}
		if (has(PLACE)) {
			return ColumnRole.PLACE;
		}
		return has(AREA) ? ColumnRole.CATEGORY : null;
	}

}
