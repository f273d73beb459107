package dev.cpor.rules.bytecode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the code that Drools generates uses itself, for rules that use nothing but the vocabulary. A row is a class and its
 * members; a member that has other forms which are not allowed has its descriptor. Of a class with an exclamation mark nothing but
 * these may be used, not even the class itself, as in a class literal.
 */
final class GeneratedCode {
    /** What every class may use: the conditions and consequences, and the method that puts a rule together. */
    private static final String ANYWHERE = """
            java/lang/Boolean TYPE valueOf(Z)Ljava/lang/Boolean;
            java/lang/CharSequence
            java/lang/Class
            java/lang/Comparable
            java/lang/Double valueOf(D)Ljava/lang/Double;
            java/lang/Enum <init> valueOf
            java/lang/Exception
            java/lang/Integer TYPE valueOf(I)Ljava/lang/Integer;
            java/lang/Long TYPE valueOf(J)Ljava/lang/Long;
            java/lang/Number
            java/lang/Object <init>
            java/lang/String
            java/lang/System! arraycopy
            java/math/BigDecimal <init>(Ljava/lang/String;)V <init>(I)V <init>(J)V add subtract multiply divide remainder negate
            java/math/MathContext DECIMAL128
            java/time/LocalDate of(III)Ljava/time/LocalDate;
            org/drools/compiler/kie/builder/MaterializedLambda
            org/drools/model/AlphaIndex
            org/drools/model/Declaration
            org/drools/model/DomainClassMetadata getPropertyIndex
            org/drools/model/Global
            org/drools/model/Index$ConstraintType EQUAL NOT_EQUAL LESS_THAN LESS_OR_EQUAL GREATER_THAN GREATER_OR_EQUAL
            org/drools/model/PatternDSL$PatternDef \
            expr(Ljava/lang/String;Lorg/drools/model/functions/Predicate1;)Lorg/drools/model/PatternDSL$PatternDef; \
            expr(Ljava/lang/String;Lorg/drools/model/functions/Predicate1;Lorg/drools/model/AlphaIndex;)Lorg/drools/model/PatternDSL$PatternDef;
            org/drools/model/Rule
            org/drools/model/RuleItemBuilder
            org/drools/model/Variable
            org/drools/model/consequences/ConsequenceBuilder$_0
            org/drools/model/consequences/ConsequenceBuilder$_2 \
            execute(Lorg/drools/model/functions/Block2;)Lorg/drools/model/consequences/ConsequenceBuilder$_2;
            org/drools/model/functions/Block0
            org/drools/model/functions/Block2
            org/drools/model/functions/Function1
            org/drools/model/functions/HashedExpression
            org/drools/model/functions/Operator
            org/drools/model/functions/Predicate1
            org/drools/model/functions/PredicateInformation <init> addRuleNames setMoreThanMaxRuleDefs
            org/drools/model/impl/RuleBuilder build
            org/drools/model/operators/InOperator INSTANCE
            org/drools/modelcompiler/dsl/pattern/D! alphaIndexedBy declarationOf globalOf \
            execute(Lorg/drools/model/functions/Block0;)Lorg/drools/model/consequences/ConsequenceBuilder$_0; \
            eval(Lorg/drools/model/functions/Operator;Ljava/lang/Object;[Ljava/lang/Object;)Z \
            on(Lorg/drools/model/Variable;Lorg/drools/model/Variable;)Lorg/drools/model/consequences/ConsequenceBuilder$_2; \
            pattern(Lorg/drools/model/Variable;)Lorg/drools/model/PatternDSL$PatternDef; \
            rule(Ljava/lang/String;Ljava/lang/String;)Lorg/drools/model/impl/RuleBuilder;
            org/drools/modelcompiler/util/EvaluationUtil! areNullSafeEquals areNumbersNullSafeEquals equals notEquals \
            greaterThan greaterOrEqual lessThan lessOrEqual greaterThanNumbers greaterOrEqualNumbers lessThanNumbers \
            lessOrEqualNumbers toBigDecimal
            """;

    /** What the classes around the rules may use as well. */
    private static final String AROUND = """
            java/lang/IllegalArgumentException <init>
            java/lang/RuntimeException <init>
            java/lang/String equals hashCode
            java/lang/invoke/CallSite
            java/lang/invoke/MethodHandles$Lookup
            java/lang/invoke/MethodType
            java/lang/invoke/StringConcatFactory! makeConcatWithConstants
            java/time/format/DateTimeFormatter
            java/time/format/DateTimeFormatterBuilder <init> appendPattern parseCaseInsensitive toFormatter
            java/util/ArrayList <init>()V
            java/util/Arrays! asList
            java/util/Collections! emptyList
            java/util/List add(Ljava/lang/Object;)Z
            java/util/Locale ENGLISH
            org/drools/model/Model
            org/drools/modelcompiler/CanonicalKieModuleModel
            org/drools/util/DateUtils! getDateFormatMask
            org/kie/api/KieServices get newKieModuleModel
            org/kie/api/builder/ReleaseId
            org/kie/api/builder/model/KieBaseModel addPackage newKieSessionModel setDefault setEventProcessingMode setMutability
            org/kie/api/builder/model/KieModuleModel newKieBaseModel
            org/kie/api/builder/model/KieSessionModel setClockType setDefault setType
            org/kie/api/builder/model/KieSessionModel$KieSessionType STATEFUL STATELESS
            org/kie/api/conf/EventProcessingOption CLOUD
            org/kie/api/conf/KieBaseMutabilityOption ALLOWED
            org/kie/api/runtime/conf/ClockTypeOption get
            org/kie/util/maven/support/ReleaseIdImpl <init>
            """;

    private static final Pattern NAME_AROUND = Pattern.compile(
            ".*/(Rules|DomainClassesMetadata)[0-9A-F]{32}(\\$.*)?|org/drools/project/model/ProjectModel.*");

    private GeneratedCode() {}

    /** Returns, each with its class and a point, the members that every class may use, and the names of these classes. */
    static Set<String> anywhere() {
        return read(ANYWHERE);
    }

    /** Returns what classes around the rules may use as well, in the same form. */
    static Set<String> around() {
        return read(AROUND);
    }

    /** Says whether a class is one that Drools puts around the rules. */
    static boolean isAround(String className) {
        return NAME_AROUND.matcher(className).matches();
    }

    private static Set<String> read(String rows) {
        Set<String> all = new HashSet<>();
        rows.lines().forEach(row -> {
            String[] words = row.split(" ");
            String type = words[0].replace("!", "");
            if (type.equals(words[0])) {
                all.add(type);
            }
            Arrays.stream(words).skip(1).forEach(member -> all.add(type + "." + member));
        });
        return all;
    }
}
