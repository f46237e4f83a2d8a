// SPDX-License-Identifier: Apache-2.0
// The language of conditions. `not` binds tightest, then `and`, `or`, `implies` (to the right), `iff`.
grammar ConditionGrammar;

condition : equivalence EOF ;

// `A over B`: better, all else equal.
preference : equivalence OVER equivalence EOF ;

equivalence : implication ( IFF implication )* ;

implication : disjunction ( IMPLIES disjunction )* ;

disjunction : conjunction ( OR conjunction )* ;

conjunction : negation ( AND negation )* ;

negation : NOT* atom ;

atom
    : ITEM sign=( EQUAL | NOT_EQUAL | BELOW | AT_MOST | ABOVE | AT_LEAST ) level # compare
    | ITEM IN OPEN_BRACE level ( COMMA level )* CLOSE_BRACE                    # member
    | ITEM                                                                     # holds
    | NAME                                                                     # outcome
    | OPEN equivalence CLOSE                                                   # group
    ;

// After a sign every word is a level, also one that means something elsewhere.
level : NAME | QUOTED | NOT | AND | OR | IMPLIES | IFF | IN | OVER ;

NOT : 'not' ;
AND : 'and' ;
OR : 'or' ;
IMPLIES : 'implies' ;
IFF : 'iff' ;
IN : 'in' ;
OVER : 'over' ;

EQUAL : '=' ;
NOT_EQUAL : '!=' ;
BELOW : '<' ;
AT_MOST : '<=' ;
ABOVE : '>' ;
AT_LEAST : '>=' ;
OPEN : '(' ;
CLOSE : ')' ;
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
COMMA : ',' ;

NAME : Id ;
ITEM : Id '.' Id ;
QUOTED : '\'' ( ~['] | '\'\'' )* '\'' ;

// What nobody may write, taken whole so that a message can name it.
WORD : [\p{L}\p{N}_] [\p{L}\p{N}_.\-]* ;
SYMBOLS : [=!<>&|~^+]+ ;
SPACE : [ \t\r\n\u00A0]+ -> skip ;
OTHER : . ;

fragment Id : [a-z] [a-z0-9-]* ;
