package io.kehu.migration.matching.seeded;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names and places to make persons of.
 */
final class PersonWords {

	static final List<String> GIVEN = words(
			"""
					Anna Peter Maria Thomas Michael Emma Andreas Sabine Stefan Julia Christian Laura Martin Lena Daniel Sophie
					Markus Katharina Alexander Claudia Lukas Elena Jan Petra Paul Monika David Lisa Felix Nina Robert Eva Johannes
					Hannah Frank Sandra Jürgen Karin Klaus Ursula Wolfgang Renate Hans Helga Werner Ingrid Günter Elisabeth Simon
					Clara Jonas Mia Leon Lea Tim Marie Noah Johanna Max Charlotte Philipp Franziska Sebastian Melanie Tobias
					Nicole Florian Stefanie Matthias Susanne Oliver Birgit Uwe Heike Jens Silke Ralf Anja Torsten Tanja Marco
					Giulia Luca Chiara Pierre Camille Louis Chloé José Carmen Miguel Lucía Willem Sanne Pieter Femke Joost Marit
					Olga Igor Svetlana Dmitri Agnieszka Piotr Magdalena Tomasz Aylin Mehmet Elif Mustafa Zeynep Ahmed Fatima
					William Margaret James Dorothy Edward Rebecca Benjamin Victoria Samuel Catherine Anton Greta Emil Ida Oskar
					Frieda Konrad Mathilda Theo Rosa Bruno Edith Kurt Hedwig Rolf Gisela""");

	static final List<String> FAMILY = words(
			"""
					Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
					Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler
					Maier Schmid Huber Mayer Kaiser Fuchs Lang Weiß Peters Scholz Jung Möller Hahn Vogel Friedrich Keller
					Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter
					Kraus Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich
					Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Voigt Sauer Arnold Pfeiffer Ernst Lindner Hübner Kramer Franz
					Beyer Wolff Kunz Nowak Paul Barth Hermann Thomas Riedel Schubert Kaufmann Marx Heinz Naumann Marquardt
					Rossi Ferrari Bianchi Romano Dubois Moreau Laurent Lefebvre García Martínez López Sánchez Fernández Gómez
					Jansen Bakker Visser Smit Dekker Mulder Bos Vos Kowalski Wiśniewski Kamiński Lewandowski Zieliński Szymański
					Yılmaz Kaya Demir Çelik Şahin Aydın Öztürk Ivanov Petrov Smirnov Volkov Smith Jones Taylor Brown Wilson Evans
					Thompson Walker Wright Robinson Hughes Edwards Ziethen Quandt Brückner Thalheim Oberländer Rosenthal Grünwald
					Steinbach Lichtenberg Falkenhagen Wiesner Hagedorn Ahrens Bruns Claasen Detlefsen Eggers Feddersen Gerdes
					Harms Iversen Jessen Ketelsen Lorenzen Matthiesen Nissen Ohlsen Petersen Quast Rickmers Siemsen Thomsen
					Uhlig Völker Wendt Zander Achterberg Birnbaum Christiansen Drechsler Ehrlich Fiedler Gebhardt Hildebrandt
					Immendorf Jakobs Kirchner Leitner Mertens Niemeyer Obermeier Pfaff Quirin Reuter Stadler Trautmann Unger
					Vollmer Wegener Zeller Abel Bender Conrad Dorn Esser Funk Geiger Heller Ihle Janssen Kern Löffler Moser
					Nagel Oster Prinz Raabe Sander Thiel Ulrich Veit Wirth Zahn""");

	static final List<String> CITIES = List.of("Berlin", "Hamburg", "München", "Köln", "Leipzig", "Dresden", "Bremen",
			"Hannover", "Nürnberg", "Stuttgart", "Essen", "Dortmund", "Bonn", "Münster", "Mannheim", "Augsburg", "Kiel",
			"Lübeck", "Rostock", "Kassel", "Mainz", "Freiburg im Breisgau", "Erfurt", "Jena", "Ulm", "Trier", "Bamberg",
			"Passau", "Weimar", "Görlitz");

	static final List<String> STREETS = words("""
			Hauptstraße Bahnhofstraße Gartenstraße Schulstraße Dorfstraße Bergstraße Lindenstraße Kirchweg Waldweg
			Birkenweg Ringstraße Amselweg Goethestraße Schillerstraße Mozartstraße Rosenweg Wiesenweg Mühlenweg
			Feldstraße Eichenweg Buchenweg Parkstraße Poststraße Marktplatz Friedhofstraße Hafenstraße Kastanienallee
			Steinweg Brunnenstraße Fliederweg Tannenweg Uferstraße Lessingstraße Heinestraße Kantstraße Ahornweg
			Drosselweg Kiefernweg Ulmenweg Finkenweg Sonnenstraße Talstraße Burgstraße Klosterstraße Nordstraße
			Südstraße Oststraße Weststraße Lerchenweg Akazienweg""");

	static final List<String> NICKS = words(
			"sunny tiger blue moon stern rock music foto bike fly cat wolf star garden");

	static final Map<String, String> SHORT = Map.ofEntries(Map.entry("Alexander", "Alex"),
			Map.entry("Johannes", "Hans"), Map.entry("William", "Bill"), Map.entry("Margaret", "Peggy"),
			Map.entry("James", "Jim"), Map.entry("Edward", "Ted"), Map.entry("Benjamin", "Ben"),
			Map.entry("Samuel", "Sam"), Map.entry("Thomas", "Tom"), Map.entry("Michael", "Mike"),
			Map.entry("Daniel", "Dan"), Map.entry("Robert", "Bob"), Map.entry("Rebecca", "Becky"),
			Map.entry("Catherine", "Kate"), Map.entry("Matthias", "Matze"), Map.entry("Katharina", "Kathi"),
			Map.entry("Sebastian", "Basti"), Map.entry("Susanne", "Susi"), Map.entry("Franziska", "Franzi"),
			Map.entry("Elisabeth", "Lisa"), Map.entry("Johanna", "Hanna"), Map.entry("Stefanie", "Steffi"));

	private PersonWords() {
	}

	static List<String> words(String text) {
		return List.of(text.split("\\s+", -1));
	}

	/** Returns a name with its umlauts spelt out. */
	static String spelt(String name) {
		return name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replace("Ö", "Oe");
	}

	/** Returns a name as it stands in an address of mail. */
	static String plain(String name) {
		return Normalizer.normalize(spelt(name).replace("ı", "i").replace("ł", "l"), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT);
	}

}
