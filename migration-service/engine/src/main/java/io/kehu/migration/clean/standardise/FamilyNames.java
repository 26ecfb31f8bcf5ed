package io.kehu.migration.clean.standardise;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Frequent family names, and given names where these decide, by language, without marks
 * on their letters.
 */
final class FamilyNames {

	/** Of Spain, Portugal and the Americas, where a person has two. */
	static final Set<String> IBERIAN = Set.of("garcia", "lopez", "martinez", "rodriguez", "fernandez", "gonzalez",
			"perez", "sanchez", "gomez", "jimenez", "ruiz", "hernandez", "diaz", "munoz", "alvarez", "romero",
			"gutierrez", "navarro", "torres", "dominguez", "vazquez", "vasquez", "ramirez", "serrano", "morales",
			"suarez", "ortega", "delgado", "castro", "ortiz", "sanz", "nunez", "iglesias", "garrido", "cortes",
			"castillo", "lozano", "guerrero", "prieto", "mendez", "gallego", "herrera", "marquez", "cabrera", "vega",
			"fuentes", "carrasco", "aguilar", "mendoza", "rojas", "vargas", "chavez", "guzman", "salazar", "contreras",
			"rivera", "silva", "oliveira", "souza", "sousa", "pereira", "ferreira", "alves", "rodrigues", "gomes",
			"carvalho", "almeida", "ribeiro", "fernandes", "lopes", "soares", "vieira", "barbosa", "rocha", "nunes",
			"moreira", "cardoso", "teixeira", "correia", "mendes", "goncalves", "marques", "araujo", "nascimento",
			"azevedo");

	/** As {@link #IBERIAN}, but given names as well. */
	static final Set<String> IBERIAN_OR_GIVEN = Set.of("martin", "alonso", "gil", "leon", "santos", "cruz", "reyes",
			"lorenzo", "pascual", "ramos", "rubio", "blanco", "marin", "moreno", "flores", "santana", "vidal", "costa",
			"lima", "dias", "pinto", "martins", "medina", "molina", "campos", "calvo", "cano", "pena", "luna",
			"franco");

	static final Set<String> VIETNAMESE = Set.of("nguyen", "tran", "le", "pham", "huynh", "hoang", "phan", "vu", "vo",
			"dang", "bui", "do", "ho", "ngo", "duong", "ly", "dinh", "trinh", "dao");

	/** Vietnamese family names that are words or names of other languages too. */
	static final Set<String> VIETNAMESE_AND_OTHERS = Set.of("le", "vu", "vo", "do", "ho", "ly", "dao");

	/** Words between a Vietnamese family name and the given name. */
	static final Set<String> VIETNAMESE_MIDDLE = Set.of("van", "thi", "ngoc", "duc", "minh", "thanh", "quoc", "huu",
			"xuan", "kim", "hong", "thu", "bao", "quang", "tuan", "cong", "dinh", "the", "viet", "hoang", "anh",
			"phuong");

	static final Set<String> KOREAN = Set.of("kim", "lee", "park", "choi", "jung", "jeong", "kang", "cho", "yoon",
			"jang", "lim", "han", "oh", "seo", "shin", "kwon", "hwang", "ahn", "song", "ryu", "yoo", "hong", "bae",
			"baek", "nam", "noh", "moon", "yang", "son", "heo", "joo", "chung");

	static final Set<String> HUNGARIAN = Set.of("nagy", "kovacs", "toth", "szabo", "horvath", "varga", "kiss", "kis",
			"molnar", "nemeth", "farkas", "balogh", "papp", "takacs", "juhasz", "lakatos", "meszaros", "olah", "racz",
			"fekete", "szilagyi", "torok", "feher", "gal", "szucs", "kocsis", "pinter", "fodor", "orsos", "szalai",
			"sipos", "magyar", "lukacs", "gulyas", "biro", "kiraly", "katona", "fazekas", "boros", "somogyi", "kelemen",
			"orosz", "veres", "voros", "halasz", "hegedus", "bodnar", "barta", "vincze", "illes", "pasztor", "soos",
			"bognar");

	static final Set<String> HUNGARIAN_GIVEN = Set.of("janos", "laszlo", "istvan", "jozsef", "zoltan", "sandor",
			"gabor", "ferenc", "attila", "peter", "tamas", "zsolt", "tibor", "andras", "csaba", "imre", "lajos",
			"gyorgy", "balazs", "gyula", "mihaly", "karoly", "robert", "bela", "daniel", "krisztian", "adam", "david",
			"norbert", "maria", "erzsebet", "katalin", "ilona", "eva", "anna", "zsuzsanna", "zsuzsa", "margit", "judit",
			"agnes", "julianna", "andrea", "ildiko", "erika", "krisztina", "iren", "eszter", "magdolna", "edit",
			"gabriella", "aniko", "piroska", "zsofia", "reka", "dora", "nora", "bence", "mate", "levente", "akos",
			"gergely", "miklos", "pal");

	private FamilyNames() {
	}

	/** Returns a name in small letters without marks, as the lists have it. */
	static String plain(String name) {
		String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
		return letters.replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT);
	}

}
