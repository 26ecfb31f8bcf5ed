package io.kehu.auth.token;

import java.util.List;

/**
 * What a person or a client may do.
 *
 * @param name the name that people know them by
 * @param roles the names of the roles held
 * @param permissions what the roles permit, each as {@code resource:action}
 * @param teams the ids of the teams that a person belongs to
 */
record Rights(String name, List<String> roles, List<String> permissions, List<String> teams) {
}
