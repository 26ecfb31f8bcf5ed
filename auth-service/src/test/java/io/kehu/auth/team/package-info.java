/**
 * Tests of teams.
 */
@NullMarked
package io.kehu.auth.team;

import org.jspecify.annotations.NullMarked;
