package io.kehu.migration.matching.heldout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What names, places and column names look like somewhere: syllables to make words from.
 */
enum Language {

	/** Short words and English columns. */
	ENGLISH("b,bl,c,d,f,g,h,j,k,l,m,n,p,r,s,sh,t,th,w,", "a,e,i,o,u,ee,oo,ay", "n,r,s,t,ck,ll,m,tt,,", "ton,er,ley,y,,",
			Map.of()),

	/** Umlauts, compounds and German columns. */
	GERMAN("b,br,d,f,g,h,k,kl,l,m,n,r,s,sch,st,t,w,z", "a,e,i,o,u,ä,ö,ü,ei,au", "n,r,ch,cht,ss,ß,l,tz,,",
			"mann,er,berg,bach,hausen,,",
			Map.ofEntries(Map.entry("given_name", "Vorname"), Map.entry("surname", "Nachname"),
					Map.entry("full_name", "Name"), Map.entry("street", "Straße"), Map.entry("house", "Hausnummer"),
					Map.entry("suburb", "Wohnort"), Map.entry("postcode", "PLZ"), Map.entry("state", "Bundesland"),
					Map.entry("date_of_birth", "Geburtsdatum"), Map.entry("phone", "Telefon"),
					Map.entry("email", "E-Mail"), Map.entry("tax_number", "Steuernummer"),
					Map.entry("occupation", "Beruf"), Map.entry("gender", "Geschlecht"), Map.entry("company", "Firma"),
					Map.entry("turnover", "Umsatz"))),

	/** Accents, two family names and Spanish columns. */
	SPANISH("b,c,d,f,g,h,j,l,ll,m,n,p,qu,r,s,t,v,", "a,e,i,o,u,á,é,í,ó,ia,ue", "n,r,s,l,,,,", "ez,o,a,ero,illa,,",
			Map.ofEntries(Map.entry("given_name", "nombre"), Map.entry("surname", "apellidos"),
					Map.entry("full_name", "nombre_completo"), Map.entry("street", "calle"),
					Map.entry("house", "numero_casa"), Map.entry("suburb", "ciudad"),
					Map.entry("postcode", "codigo_postal"), Map.entry("state", "provincia"),
					Map.entry("date_of_birth", "fecha_nacimiento"), Map.entry("phone", "telefono"),
					Map.entry("email", "correo"), Map.entry("tax_number", "nif"), Map.entry("occupation", "profesion"),
					Map.entry("gender", "sexo"), Map.entry("company", "empresa"), Map.entry("turnover", "ventas"))),

	/** Cyrillic letters and columns whose names say nothing. */
	RUSSIAN("б,в,г,д,ж,з,к,л,м,н,п,р,с,т,ф,х,ч,ш,", "а,е,и,о,у,ы,я", "н,р,с,л,в,к,,,", "ов,ин,ский,ева,ко,,",
			Map.ofEntries(Map.entry("given_name", "c1"), Map.entry("surname", "c2"), Map.entry("full_name", "c0"),
					Map.entry("street", "c3"), Map.entry("house", "c4"), Map.entry("suburb", "c5"),
					Map.entry("postcode", "c6"), Map.entry("state", "c7"), Map.entry("date_of_birth", "c8"),
					Map.entry("phone", "c9"), Map.entry("email", "c10"), Map.entry("tax_number", "c11"),
					Map.entry("occupation", "c12"), Map.entry("gender", "c13"), Map.entry("company", "c14"),
					Map.entry("turnover", "c15")));

	private final String[] onsets;

	private final String[] vowels;

	private final String[] codas;

	private final String[] endings;

	private final Map<String, String> columns;

	Language(String onsets, String vowels, String codas, String endings, Map<String, String> columns) {
		this.onsets = onsets.split(",", -1);
		this.vowels = vowels.split(",", -1);
		this.codas = codas.split(",", -1);
		this.endings = endings.split(",", -1);
		this.columns = columns;
	}

	/** What a column is called here. */
	String column(String name) {
		return this.columns.getOrDefault(name, name);
	}

	/** Different words, as many as asked for. */
	List<String> words(int size, int syllables, Random random) {
		Set<String> made = new LinkedHashSet<>();
		while (made.size() < size) {
			StringBuilder word = new StringBuilder();
			int count = 1 + random.nextInt(syllables);
			for (int i = 0; i < count; i++) {
				word.append(pick(this.onsets, random))
					.append(pick(this.vowels, random))
					.append(pick(this.codas, random));
			}
			word.append(pick(this.endings, random));
			if (word.length() > 2) {
				made.add(word.toString());
			}
		}
		return new ArrayList<>(made);
	}

	/** A letter of this language. */
	char letter(SplittableRandom random) {
		while (true) {
			String letters = random.nextBoolean() ? this.onsets[random.nextInt(this.onsets.length)]
					: this.vowels[random.nextInt(this.vowels.length)];
			if (!letters.isEmpty()) {
				return letters.charAt(0);
			}
		}
	}

	private static String pick(String[] parts, Random random) {
		return parts[random.nextInt(parts.length)];
	}

}
