package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Common short forms of given names, so that Bill may be William.
 */
final class Nicknames {

	private static final int[] NONE = new int[0];

	/** A name with its short forms on each line; all folded. */
	private static final String FORMS = """
			william bill billy will willie willy
			robert bob bobby rob robbie bert
			richard rick dick richie
			james jim jimmy jamie
			john jack johnny
			joseph joe joey
			edward ed eddie ted ned
			charles charlie chuck
			thomas tom tommy
			michael mike mick mickey
			henry harry hank
			francis frank
			frederick fred freddie fritz
			alexander alex sandy sascha
			alexandra alex sandra sascha
			anthony tony
			andrew andy drew
			daniel dan danny
			david dave
			george georgie
			samuel sam
			samantha sam
			matthew matt
			benjamin ben benny
			nicholas nick
			christopher chris kit
			christine chris tina
			christina chris tina
			patrick pat paddy
			patricia pat patty tricia
			peter pete
			stephen steve
			steven steve
			theodore ted theo
			walter wally walt
			lawrence larry
			leonard len lenny
			ronald ron
			donald don
			kenneth ken
			elizabeth liz lizzie beth betty bess eliza lisa
			margaret maggie meg peggy daisy greta
			katherine kate kathy katie kitty
			catherine kate cathy cat kitty
			mary molly polly
			maria mia
			anne annie nancy
			ann annie nancy
			susan sue susie
			susanna susi
			helen nell nellie
			eleanor nell nora ellie
			dorothy dot dolly dora
			sarah sally sadie
			jennifer jenny
			jane jenny
			victoria vicky
			barbara babs
			deborah debbie
			rebecca becky
			judith judy
			martha patty
			johannes hans
			heinrich heinz
			josef sepp
			francisco paco pancho
			jose pepe
			giuseppe beppe
			guadalupe lupe
			aleksandr sasha
			vladimir volodya
			""";

	private static final Map<String, int[]> GROUPS = groups();

	private Nicknames() {
	}

	private static Map<String, int[]> groups() {
		Map<String, List<Integer>> groups = new HashMap<>();
		String[] lines = FORMS.split("\n", -1);
		for (int line = 0; line < lines.length; line++) {
			for (String name : lines[line].split(" ", -1)) {
				groups.computeIfAbsent(name, (key) -> new ArrayList<>()).add(line);
			}
		}
		Map<String, int[]> arrays = new HashMap<>();
		groups.forEach((name, list) -> arrays.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
		arrays.remove("");
		return arrays;
	}

	/** Returns the names that a word is or may be short for, as numbers. */
	static int[] of(String word) {
		return GROUPS.getOrDefault(word, NONE);
	}

	/** Returns whether two words may be the same name. */
	static boolean meet(int[] one, int[] other) {
		for (int name : one) {
			for (int candidate : other) {
				if (name == candidate) {
					return true;
				}
			}
		}
		return false;
	}

}
