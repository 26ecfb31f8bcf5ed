/**
 * Teams: a tree, in which whoever is above sees what is below.
 */
@NullMarked
package io.kehu.auth.team;

import org.jspecify.annotations.NullMarked;
