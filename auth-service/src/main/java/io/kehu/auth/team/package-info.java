/**
 * The tree of teams, in which members of a team can see the records of the teams below
 * it.
 */
@NullMarked
package io.kehu.auth.team;

import org.jspecify.annotations.NullMarked;
